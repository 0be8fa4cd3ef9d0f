export const account = '111122223333';
export const region = 'eu-central-1';

const pseudo = { 'AWS::AccountId': account, 'AWS::Region': region, 'AWS::Partition': 'aws' };

/** Returns a function that resolves the intrinsic functions in a template's value, with invented IDs. It throws for an unknown intrinsic function. */
export function resolver(resources) {
  const secret = (name) => `arn:aws:secretsmanager:${region}:${account}:secret:${name}-AbCdEf`;
  const ref = (id) => {
    if (pseudo[id] !== undefined) return pseudo[id];
    return resources[id]?.Type === 'AWS::SecretsManager::Secret' ? secret(id) : id;
  };
  const attribute = (id, name) => {
    if (name === 'MasterUserSecret.SecretArn') return secret('rds!cluster-0a1b2c3d');
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html
    if (resources[id]?.Type === 'AWS::Logs::LogGroup')
      return `arn:aws:logs:${region}:${account}:log-group:${resolve(resources[id].Properties.LogGroupName)}:*`;
    return `${id}.${name}`;
  };
  const substituted = (text, values = {}) =>
    text.replaceAll(/\$\{([\w:.]+)\}/g, (_, name) => {
      if (name in values) return resolve(values[name]);
      const [id, ...path] = name.split('.');
      return path.length > 0 ? attribute(id, path.join('.')) : ref(name);
    });
  const functions = {
    Ref: ref,
    'Fn::GetAtt': (of) => (Array.isArray(of) ? attribute(...of) : attribute(of.split('.')[0], of.split('.').slice(1).join('.'))),
    'Fn::Sub': (of) => (Array.isArray(of) ? substituted(...of) : substituted(of)),
    'Fn::Join': ([separator, parts]) => resolve(parts).join(separator),
    'Fn::Split': ([separator, text]) => resolve(text).split(separator),
    'Fn::Select': ([at, parts]) => resolve(parts)[at],
  };
  function resolve(value) {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const [[key, of] = [], ...more] = Object.entries(value);
    if (more.length === 0 && functions[key]) return functions[key](of);
    if (key?.startsWith('Fn::')) throw new Error(`resolver.mjs does not know ${key}`);
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, resolve(each)]));
  }
  return resolve;
}
