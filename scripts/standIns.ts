import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Sequelize } from 'sequelize';
import { defineModels } from '../lib/models/index.ts';

const packageJson = createRequire(import.meta.url).resolve('sequelize/package.json');
// Loads packages from Sequelize's folder, to get the versions that Sequelize uses.
const ofSequelize = createRequire(packageJson);

/** The functions of validator.js that a bundle keeps, because Sequelize's data types or lib/models use them. */
export const validators = [
  'isBoolean',
  'isEmail',
  'isEmpty',
  'isFloat',
  'isIn',
  'isInt',
  'isIP',
  'isIPRange',
  'isLength',
  'isMACAddress',
  'isURL',
  'isUUID',
];

/** Returns the code of a CommonJS module. Each exported value is computed when it is first read. */
const lateProperties = (parts: Readonly<Record<string, string>>) =>
  Object.entries(parts)
    .map(
      ([name, value]) =>
        `Object.defineProperty(module.exports, ${JSON.stringify(name)}, { enumerable: true, configurable: true, get() {
  const value = ${value};
  Object.defineProperty(this, ${JSON.stringify(name)}, { value, enumerable: true, writable: true, configurable: true });
  return value;
} });`,
    )
    .join('\n');

/**
 * Returns the code of a `Proxy` that evaluates the expression `load` only when the `Proxy` is called or one of its properties is accessed. Sequelize never
 * lists the keys of the `Proxy`. If code lists them, the `Proxy` throws, because it would otherwise return an empty list, which is wrong.
 */
const late = (load: string) => `new Proxy(() => {}, {
  apply: (_, self, values) => Reflect.apply(${load}, self, values),
  construct: (_, values) => Reflect.construct(${load}, values),
  get: (_, key) => Reflect.get(${load}, key),
  set: (_, key, value) => Reflect.set(${load}, key, value),
  has: (_, key) => Reflect.has(${load}, key),
  ownKeys: () => { throw new TypeError('scripts/standIns.ts: the keys of a lazily loaded module cannot be listed'); },
})`;

const lateModule = (id: string) => `module.exports = ${late(`require('${id}')`)};`;

/** Returns the code of a module that exports these parts of the package `from`, and loads each part at its first use. */
const lateParts = (from: string, names: readonly string[]) =>
  lateProperties(Object.fromEntries(names.map((name) => [name, `require('${from}/${name}')`])));

/**
 * Returns the code that replaces modules which Sequelize loads, by module ID. The replacements leave out code that this project does not use, such as
 * the code for other databases. They load most other code at its first use, because evaluating it makes a cold start slower.
 */
export function standInsOfSequelize(): readonly (readonly [id: RegExp, contents: string])[] {
  return [
    [/^\.\/dialects\/(db2|mariadb|mssql|mysql|oracle|snowflake|sqlite)$/, 'module.exports = undefined'],
    [/^\.\/dialects\/(db2|mariadb|mssql|mysql|oracle|snowflake|sqlite)\/data-types$/, 'module.exports = () => ({})'],
    [/^validator$/, `module.exports = { ${validators.map((name) => `${name}: require('validator/lib/${name}')`).join(', ')} }`],
    [/^semver$/, lateParts('semver/functions', ['coerce', 'gte', 'lt', 'valid'])],
    // wkx parses geometries, and no table has a geometry.
    [/^wkx$/, 'module.exports = {}'],
    [/^lodash$/, lodash()],
    [/^inflection$/, inflection()],
    [/^moment$/, lateModule('moment')],
    // Loads moment-timezone without the time zone rules.
    [/^moment-timezone$/, lateModule('moment-timezone/moment-timezone.js')],
    [/^assert$/, lateModule('node:assert')],
    [
      /^\.\/utils\/validator-extras$/,
      lateProperties(
        Object.fromEntries(['validator', 'extensions'].map((name) => [name, late(`require('./utils/validator-extras').${name}`)])),
      ),
    ],
    // Sequelize copies every property of `util`, which makes Node.js load ten modules that nothing needs.
    [
      /^util$/,
      `const { deprecate, format, inspect, promisify } = require('node:util'); module.exports = { deprecate, format, inspect, promisify };`,
    ],
    // Replaces `debug`, which would load `tty` although it writes only if the variable DEBUG is set.
    [/^debug$/, 'module.exports = () => () => {};'],
    [/^\.\.\/package\.json$/, `exports.version = ${JSON.stringify(ofSequelize('./package.json').version)};`],
  ];
}

/** Returns code that replaces lodash. It loads each function that Sequelize calls as `_.name` separately. Any other function loads the whole package. */
function lodash(): string {
  const folder = path.dirname(packageJson);
  const sources = readdirSync(path.join(folder, 'lib'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const named = new Set(
    sources.flatMap((file) =>
      Array.from(readFileSync(path.join(folder, 'lib', file), 'utf8').matchAll(/\b_\.(\w+)/g), ([, name = '']) => name),
    ),
  );
  // `_.chain` needs the methods of the whole package.
  named.delete('chain');
  const parts = new Set(readdirSync(path.dirname(ofSequelize.resolve('lodash'))));
  const whole = `require('lodash')`;
  return `module.exports = (...values) => ${whole}(...values);
Object.setPrototypeOf(module.exports, ${late(whole)});
${lateParts('lodash', [...named].filter((name) => parts.has(`${name}.js`)).sort())}`;
}

const inflections = ['pluralize', 'singularize', 'underscore'] as const;

/**
 * Returns code that replaces inflection. The code contains the results for the words of our models, computed during the build. Any other word loads the
 * package, which compiles 100 regular expressions at its first use.
 */
function inflection(): string {
  const words = recordedWords();
  const answers = inflections.map((name) => `${name}: new Map(${JSON.stringify([...words[name]])})`);
  const functions = inflections.map(
    (name) => `${name}: (...values) => (values.length === 1 && answers.${name}.get(values[0])) || require('inflection').${name}(...values)`,
  );
  return `const answers = { ${answers.join(', ')} };
module.exports = Object.setPrototypeOf({ ${functions.join(', ')} }, ${late(`require('inflection')`)});`;
}

/** Returns the words that Sequelize passes to inflection while the models are defined, each with its result. */
function recordedWords() {
  const real: Readonly<Record<string, unknown>> = ofSequelize('inflection');
  const words = { pluralize: new Map<string, string>(), singularize: new Map<string, string>(), underscore: new Map<string, string>() };
  const recorder = (name: (typeof inflections)[number]) => (word: string) => {
    const method = real[name];
    if (typeof method !== 'function') throw new TypeError(`inflection has no function ${name}`);
    const answer = String(Reflect.apply(method, real, [word]));
    words[name].set(word, answer);
    return answer;
  };
  // useInflection is public, but Sequelize's types lack it.
  const use: unknown = Reflect.get(Sequelize, 'useInflection');
  if (typeof use !== 'function') throw new TypeError('Sequelize has no function useInflection');
  use({ pluralize: recorder('pluralize'), singularize: recorder('singularize'), underscore: recorder('underscore') });
  try {
    // With the same `define` as lib/database/pool/sequelize.ts.
    defineModels(new Sequelize({ dialect: 'postgres', define: { underscored: true } }));
  } finally {
    use(real);
  }
  return words;
}
