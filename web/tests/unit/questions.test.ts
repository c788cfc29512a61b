import { describe, expect, it } from 'vitest';
import { answersOf, doorOf, questions, type Asked, type Said } from '../../src/app/questions.ts';

const blackmail: Asked = { door: 'blackmail', cameThroughDoor: true, age: 'adult' };
const names = (said: Said, asked: Asked): string[] => questions(said, asked).map(({ name }) => name);

describe('questions', () => {
  it('are few, and end with an answer that says nothing', () => {
    expect(names({}, blackmail).length).toBeLessThanOrEqual(9);
    for (const { name, choices } of questions({ where: ['email'], paid: ['yes'], who: ['known'] }, { ...blackmail, age: '14_17', cameThroughDoor: false })) {
      expect(choices.some((choice) => choice === 'unknown' || choice === 'unsure'), name).toBe(true);
    }
  });

  it('ask what is happening only of whoever came through no door', () => {
    expect(names({}, blackmail)).not.toContain('door');
    expect(names({}, { ...blackmail, cameThroughDoor: false })[0]).toBe('door');
  });

  it.each<[string, Said, Asked, string, boolean]>([
    ['how money went, where it went', { paid: ['yes'] }, blackmail, 'paid-how', true],
    ['not otherwise', { paid: ['no'] }, blackmail, 'paid-how', false],
    ['what a mail showed', { where: ['email'] }, blackmail, 'shown', true],
    ['not of a chat', { where: ['email', 'whatsapp'] }, blackmail, 'shown', false],
    ['of danger, where somebody is known', { who: ['known'] }, blackmail, 'danger', true],
    ['of danger at the door of a known person', {}, { ...blackmail, door: 'ex' }, 'danger', true],
    ['of home, under 18', {}, { ...blackmail, age: '14_17' }, 'guardian', true],
    ['not of a published image, at its door', {}, { ...blackmail, door: 'published' }, 'spread', false],
  ])('ask %s', (_, said, asked, name, wanted) => {
    expect(names(said, asked).includes(name)).toBe(wanted);
  });
});

describe('answers', () => {
  it('of somebody who knows nothing are those of the door', () => {
    const said: Said = { who: ['unknown'], wanted: ['unknown'], spread: ['unknown'], where: ['unknown'], paid: ['unknown'], named: ['unknown'] };
    expect(answersOf(said, blackmail, 'adult')).toEqual({
      kind: 'financial_gang', facts: ['publication_risk', 'threatened'], age: 'adult', country: 'it',
    });
  });

  it.each<[string, Said, Asked, string, string[]]>([
    ['money', { wanted: ['money'] }, blackmail, 'financial_gang', ['money_demand']],
    ['images', { wanted: ['images'] }, blackmail, 'sexual_demand', ['sexual_demand']],
    ['a known person', { who: ['known'], wanted: ['money'] }, blackmail, 'known_ex', ['known_person', 'money_demand']],
    ['false police', { who: ['authority'] }, blackmail, 'fake_authority', ['fake_authority']],
    ['a mail that shows nothing', { where: ['email'], shown: ['no'] }, blackmail, 'spam_bluff', ['single_mail', 'platform:email']],
    ['a mail that shows something', { where: ['email'], shown: ['yes'] }, blackmail, 'financial_gang', ['single_mail']],
    ['paid, nobody knows how', { paid: ['yes'], 'paid-how': ['unknown'] }, blackmail, 'financial_gang', ['paid', 'paid_with:other']],
    ['paid with a card of gifts', { paid: ['yes'], 'paid-how': ['gift_card'] }, blackmail, 'financial_gang', ['paid_with:gift_card']],
    ['spread in two places', { spread: ['yes'], where: ['instagram', 'telegram'] }, blackmail, 'financial_gang', ['published', 'platform:instagram', 'platform:telegram']],
    ['a friend', { wanted: ['money'] }, { ...blackmail, door: 'helping' }, 'disclosure', ['money_demand']],
    ['under 14', {}, { ...blackmail, age: 'under_14' }, 'financial_gang', ['under_14']],
  ])('%s', (_, said, asked, kind, facts) => {
    const answers = answersOf(said, asked, 'adult');
    expect(answers.kind).toBe(kind);
    expect(answers.facts).toEqual(expect.arrayContaining(facts));
  });

  it('that name a door are as the door', () => {
    const asked: Asked = { ...blackmail, cameThroughDoor: false };
    expect(doorOf({ door: ['published'] }, asked)).toBe('published');
    expect(answersOf({ door: ['published'] }, asked, 'adult').facts).toContain('published');
    expect(doorOf({ door: ['unknown'] }, asked)).toBe('blackmail');
  });

  it('that are taken back say nothing any more', () => {
    // How it was paid stays in memory while "paid" is answered anew.
    expect(answersOf({ paid: ['no'], 'paid-how': ['crypto'] }, blackmail, 'adult').facts).not.toContain('paid_with:crypto');
  });
});
