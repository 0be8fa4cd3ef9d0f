// CloudFormation's requests to a custom resource as it sends them; account, ids and signatures are made up.
const common = {
  ServiceToken: 'arn:aws:lambda:eu-central-1:123456789012:function:orders-production-migrate',
  StackId: 'arn:aws:cloudformation:eu-central-1:123456789012:stack/orders-production/51af3dc0-da77-11e4-872e-1234567db123',
  LogicalResourceId: 'Migrations',
  ResourceType: 'Custom::Migrations',
};
const properties = (Hash: string) => ({ ServiceToken: common.ServiceToken, ServiceTimeout: '960', Hash });

/** The request of this kind, to be answered at `ResponseURL`. */
export function deployEvent(kind: 'Create' | 'Update' | 'Delete', ResponseURL: string) {
  const RequestId = crypto.randomUUID();
  const PhysicalResourceId = 'orders-schema';
  if (kind === 'Create') return { RequestType: kind, ...common, ResponseURL, RequestId, ResourceProperties: properties('a1') };
  if (kind === 'Delete')
    return { RequestType: kind, ...common, ResponseURL, RequestId, PhysicalResourceId, ResourceProperties: properties('b2') };
  return {
    RequestType: kind,
    ...common,
    ResponseURL,
    RequestId,
    PhysicalResourceId,
    ResourceProperties: properties('b2'),
    OldResourceProperties: properties('a1'),
  };
}
