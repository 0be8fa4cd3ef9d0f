import { createRequire } from 'node:module';
import { DataTypes, Sequelize } from 'sequelize';
import { expect, it } from 'vitest';
import { standInsOfSequelize } from '../../scripts/standIns.ts';

const standIns = standInsOfSequelize();
const ofSequelize = createRequire(createRequire(import.meta.url).resolve('sequelize'));

/** Evaluates the replacement of the module with this ID. `loaded` lists the modules that the replacement has required so far. */
function standIn(id: string) {
  const [, contents] = standIns.find(([filter]) => filter.test(id)) ?? [];
  if (contents === undefined) throw new Error(`There is no replacement for ${id}`);
  const loaded: string[] = [];
  const module = { exports: {} };
  const require = (name: string): unknown => {
    loaded.push(name);
    // Sequelize requires these modules by a path from its folder lib/.
    return ofSequelize(name.replace(/^\.\/utils\//, 'sequelize/lib/utils/'));
  };
  new Function('require', 'module', 'exports', contents)(require, module, module.exports);
  // biome-ignore lint/suspicious/noExplicitAny: a module of CommonJS has no type
  return { exports: module.exports as any, loaded };
}

it('loads each part of lodash only when it is first used', () => {
  const { exports: _, loaded } = standIn('lodash');
  expect(loaded).toEqual([]);
  expect([_.isPlainObject({}), _.isPlainObject(new Date()), _.isEmpty({})]).toEqual([true, false, true]);
  expect(loaded).toEqual(['lodash/isPlainObject', 'lodash/isEmpty']);
});

it('loads all of lodash for a chain, and for a function that Sequelize does not use', () => {
  const chained = standIn('lodash');
  expect(chained.exports.chain([1, 2]).map(String).value()).toEqual(['1', '2']);
  expect(chained.loaded).toEqual(['lodash']);
  const wrapped = standIn('lodash');
  expect(wrapped.exports({ a: 1, b: 2 }).omit(['a']).defaults({ c: 3 }).value()).toEqual({ b: 2, c: 3 });
  expect(standIn('lodash').exports.kebabCase('oneTwo')).toBe('one-two');
});

it('has every function of lodash that Sequelize uses', () => {
  const { exports: _ } = standIn('lodash');
  const whole = ofSequelize('lodash');
  const names = Object.getOwnPropertyNames(_).filter((name) => !['length', 'name'].includes(name));
  expect(names).toEqual(expect.arrayContaining(['cloneDeep', 'defaults', 'each', 'forOwn', 'get', 'isPlainObject', 'merge', 'template']));
  expect(names.filter((name) => typeof _[name] !== typeof whole[name])).toEqual([]);
});

it('knows the plurals of the words of the models, and loads the package inflection for other words', () => {
  const { exports: inflection, loaded } = standIn('inflection');
  expect([inflection.pluralize('Category'), inflection.singularize('lineItems'), inflection.underscore('priceInCents')]).toEqual([
    ...['Categories', 'lineItem', 'price_in_cents'],
  ]);
  expect(loaded).toEqual([]);
  expect([inflection.pluralize('person'), inflection.singularize('geese'), inflection.underscore('someWord')]).toEqual([
    ...['people', 'goose', 'some_word'],
  ]);
  expect([inflection.pluralize('Category', 'Kinds'), inflection.titleize('one two')]).toEqual(['Kinds', 'One Two']);
});

it.each(['moment', 'moment-timezone'])('loads %s when it is first called', (id) => {
  const { exports: moment, loaded } = standIn(id);
  expect(loaded).toEqual([]);
  const at = moment('2026-01-02T03:04:05Z').utcOffset('+00:00');
  expect([at.format('YYYY-MM-DD HH:mm'), moment.isMoment(at), moment.isMoment(1)]).toEqual(['2026-01-02 03:04', true, false]);
});

it('loads the validators only when a value is validated', () => {
  const { exports, loaded } = standIn('./utils/validator-extras');
  const { validator } = exports;
  expect(loaded).toEqual([]);
  expect([validator.isEmail('a@example.com'), validator.isEmail('a'), validator.len('abc', 1, 2), validator.notEmpty(' ')]).toEqual([
    ...[true, false, false, false],
  ]);
  expect([typeof validator.isInt, typeof validator.isNothing, 'isInt' in validator]).toEqual(['function', 'undefined', true]);
});

it('throws when the keys of a lazily loaded module are listed, because the list would be empty', () => {
  expect(() => Object.keys(standIn('moment').exports)).toThrow(/the keys of a lazily loaded module cannot be listed/);
});

it('keeps the parts of util that Sequelize uses', () => {
  const { exports: util } = standIn('util');
  expect([util.format('%s-%d', 'a', 1), util.inspect({ a: 1 })]).toEqual(['a-1', '{ a: 1 }']);
  expect(typeof util.inspect.custom).toBe('symbol');
});

it('leaves the plural rules of this process unchanged: a model Person still gets the table People', () => {
  const person = new Sequelize({ dialect: 'postgres' }).define('Person', { id: { type: DataTypes.INTEGER, primaryKey: true } });
  expect(person.tableName).toBe('People');
});
