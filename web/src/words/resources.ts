import { FluentResource } from '@fluent/bundle';

const resources = new Map<string, FluentResource>();

/** A source, parsed once: it takes a slow phone a tenth of a second. */
export function parsed(source: string): FluentResource {
  const known = resources.get(source) ?? new FluentResource(source);
  resources.set(source, known);
  return known;
}
