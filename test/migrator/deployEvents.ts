// Requests to a custom resource, as CloudFormation sends them. Accounts, IDs and signatures are invented.
const common = {
  ServiceToken: 'arn:aws:lambda:eu-central-1:123456789012:function:orders-production-migrate',
  StackId: 'arn:aws:cloudformation:eu-central-1:123456789012:stack/orders-production/51af3dc0-da77-11e4-872e-1234567db123',
  LogicalResourceId: 'Migrations',
  ResourceType: 'Custom::Migrations',
};
const properties = (Hash: string) => ({ ServiceToken: common.ServiceToken, ServiceTimeout: '960', Hash });

/** Returns a request to create, update or delete the custom resource. The response must be sent to `ResponseURL`. */
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
