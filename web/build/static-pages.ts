import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { FirstWords, PlainHelpline, PlainRecord } from '../src/app/first-words.ts';
import type { AgeAnswer, Door, Language } from '../src/engine/protocol.ts';
import { messages } from './messages.ts';

/** Addresses say nothing: they stay in the browser's history. */
const DOORS: Record<Door, string> = { blackmail: 'a', published: 'b', ex: 'c', helping: 'd', profile: 'e' };
const AGES: Record<AgeAnswer, string> = { unknown: '', minor: '1', adult: '2' };

const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

type Say = (id: string, args?: Record<string, FluentVariable>) => string;

/** One page for each door and age. */
export function plainPages(words: FirstWords, language: Language, style: string): { path: string; html: string }[] {
  const say = sayer(language);
  return (Object.keys(DOORS) as Door[]).flatMap((door) =>
    (Object.keys(AGES) as AgeAnswer[]).map((age) => ({
      path: `${language}/${DOORS[door]}${AGES[age]}.html`,
      html: frame(language, style, say, plainPage(words, door, age, language, say)),
    })),
  );
}

/** What stands in the page itself where script is off: the essence, and the way to the plain pages. */
export function withoutScript(words: FirstWords): string {
  const parts = (['it', 'en'] as const).map((language) => {
    const say = sayer(language);
    const links = (Object.keys(DOORS) as Door[])
      .map((door) => `<li><a href="${language}/${DOORS[door]}.html">${text(say(`page-door-${door}`))}</a></li>`)
      .join('');
    return `<section lang="${language}"><h1>${text(say('page-welcome-title'))}</h1><p class="lead">${text(say('page-welcome-lead'))}</p>
<p><a href="tel:112">112</a> · <a href="${language}/a.html#lines">${text(say('page-crisis-link'))}</a> · <a href="esci/">${text(say('page-exit'))}</a></p>
<h2>${text(say('page-welcome-question'))}</h2><ul>${links}</ul></section>`;
  });
  return `<main class="without-script">${parts.join('')}<p class="small">${text(words.version)}</p></main>`;
}

/** Where "Exit" leads: an ordinary page that says nothing of this one and loads nothing. */
export function weatherPage(style: string): string {
  const say = sayer('it');
  return `<!doctype html>
<html lang="it"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${text(say('page-plain-weather'))}</title><link rel="icon" href="../icon.svg" type="image/svg+xml"><link rel="stylesheet" href="${style}"></head>
<body><main><h1>${text(say('page-plain-weather'))}</h1><p>${text(say('page-plain-weather-lead'))}</p>
<ul><li><a href="https://www.meteoam.it/">Aeronautica Militare</a></li><li><a href="https://www.bbc.com/weather">BBC Weather</a></li></ul>
</main></body></html>
`;
}

function plainPage(words: FirstWords, door: Door, age: AgeAnswer, language: Language, say: Say): string {
  const plan = words.doors[door][age];
  const records = (ids: string[]): string =>
    ids.flatMap((id) => words.records[id] ?? []).map((record) => recordItem(record, language, say)).join('\n');
  const ages = (['minor', 'adult'] as const)
    .filter((other) => other !== age)
    .map((other) => `<li><a href="${DOORS[door]}${AGES[other]}.html">${text(say(`page-plain-age-${other}`))}</a></li>`)
    .join('');
  const doors = (Object.keys(DOORS) as Door[])
    .filter((other) => other !== door)
    .map((other) => `<li><a href="${DOORS[other]}${AGES[age]}.html">${text(say(`page-door-${other}`))}</a></li>`)
    .join('');
  const dos = plan.path ? `<p class="lead">${text(plan.path.text)}</p><ul>${plan.path.dos.map((line) => `<li>${text(line)}</li>`).join('')}</ul>` : '';
  return `<h1>${text(say('page-welcome-title'))}</h1>
<p class="lead">${text(say('page-welcome-lead'))}</p>
<p class="box">${text(say('page-plain-note'))} <a href="../">${text(say('page-plain-open'))}</a></p>
${door === 'ex' ? watched(say) : ''}
<h2>${text(say(`page-first-title-${door}`))}</h2>${dos}
${door === 'profile' ? rules(words, language, say) : ''}
<ol class="steps">${records(plan.steps)}</ol>
<h2>${text(say('page-never-title'))}</h2><ul class="steps">${records(plan.never)}</ul>
<h2 id="lines">${text(say('page-plan-lines'))}</h2>
<ul class="helplines">${words.helplines.map((line) => helplineItem(line, language, say)).join('\n')}</ul>
<h2>${text(say('page-plain-age'))}</h2><ul>${ages}</ul>
<h2>${text(say('page-plain-doors'))}</h2><ul>${doors}</ul>
<p class="small">${text(say('page-plain-exit'))} ${text(say('page-about-version', { version: words.version }))}</p>`;
}

function watched(say: Say): string {
  const items = [1, 2, 3].map((place) => `<li>${text(say(`page-watched-safer-${place}`))}</li>`).join('');
  return `<section class="box"><h2>${text(say('page-watched-title'))}</h2><p>${text(say('page-watched-lead'))}</p><ul>${items}</ul></section>`;
}

function rules({ prevention }: FirstWords, language: Language, say: Say): string {
  const items = prevention.map((rule) => `<li class="step"><h3>${text(rule.title)}</h3><p>${text(rule.text)} ${text(rule.why)}</p>${seen(rule, language, say)}</li>`);
  return `<h2>${text(say('page-profile-rules'))}</h2><ol class="steps">${items.join('')}</ol><h2>${text(say('page-profile-then'))}</h2>`;
}

function recordItem(record: PlainRecord, language: Language, say: Say): string {
  const how = record.how.length > 0 ? `<ol>${record.how.map((part) => `<li>${text(part)}</li>`).join('')}</ol>` : '';
  return `<li class="step"><h3>${text(record.title)}</h3><p>${text(record.why)}</p>${how}${seen(record, language, say)}</li>`;
}

function seen({ sources, confirmed, checked }: Pick<PlainRecord, 'sources' | 'confirmed' | 'checked'>, language: Language, say: Say): string {
  const named = sources.map(([title = '', url]) =>
    url ? `<a href="${attribute(url)}" rel="noreferrer">${text(title)}</a>` : text(title),
  );
  const links = named.length > 0 ? `${text(say('page-source'))} ${named.join('; ')}.` : text(say('page-source-none'));
  const date = say(confirmed ? 'page-checked' : 'page-checked-not-confirmed', { date: day(checked, language) });
  return `<p class="sources">${links} ${text(date)}</p>`;
}

function helplineItem(line: PlainHelpline, language: Language, say: Say): string {
  const phone = line.phone ? `<a class="secondary" href="tel:${attribute(line.phone)}">${text(say('page-call', { phone: line.phone }))}<span class="unseen">: ${text(line.title)}</span></a>` : '';
  const site = line.url ? ` <a href="${attribute(line.url)}" rel="noreferrer">${text(say('page-website'))}<span class="unseen">: ${text(line.title)}</span></a>` : '';
  return `<li class="box"><h3>${text(line.title)}</h3><p>${text(line.text)}</p><p class="small">${text(line.hours)}</p>${phone}${site}${seen(line, language, say)}</li>`;
}

function frame(language: Language, style: string, say: Say, body: string): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark"><meta name="format-detection" content="telephone=no">
<title>Appunti</title><link rel="icon" href="../icon.svg" type="image/svg+xml"><link rel="stylesheet" href="${style}"></head>
<body><header class="top"><div class="inner"><nav class="help-bar" aria-label="${attribute(say('page-help-bar'))}">
<a href="tel:112">${text(say('page-call-112'))}</a><a href="#lines">${text(say('page-crisis-link'))}</a></nav>
<a class="exit" href="../esci/">${text(say('page-exit'))}</a></div></header>
<main>${body}</main></body></html>
`;
}

function sayer(language: Language): Say {
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource(new FluentResource(messages(language, 'page')));
  return (id, args) => {
    const pattern = bundle.getMessage(id)?.value;
    if (!pattern) throw new Error(`no sentence ${id}`);
    return bundle.formatPattern(pattern, args ?? null);
  };
}

function day(date: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'it-IT', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));
}

function text(plain: string): string {
  return plain.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function attribute(plain: string): string {
  return text(plain).replace(/"/g, '&quot;');
}
