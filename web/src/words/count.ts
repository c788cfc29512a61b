import { FluentNumber } from '@fluent/bundle';

/**
 * A number in a sentence. It is written by hand: the browser's own format for numbers stops a slow phone for a tenth of a
 * second when it is made.
 */
export class Count extends FluentNumber {
  override toString(scope: Parameters<FluentNumber['toString']>[0]): string {
    const separator = scope?.bundle.locales[0] === 'it' ? '.' : ',';
    return String(this.value).replace(/\B(?=(\d{3})+$)/g, separator);
  }
}
