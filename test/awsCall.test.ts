import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { beforeEach, describe, expect, it } from 'vitest';
import { AwsCallError, awsCall, awsFailureOf, singleTryOptions } from '../lib/awsCall.ts';
import { duringInvocation } from '../lib/invocation.ts';
import { type AwsFault, secretsManager } from './support/secretsManager.ts';

const { secrets, variables, faults, asked, givenUp } = await secretsManager();
Object.assign(process.env, variables);
secrets.set('arn:db', 'value');
const client = new SecretsManagerClient(singleTryOptions);

beforeEach(() => {
  faults.next = [];
  faults.always = undefined;
});

const fetchValue = (tryMs?: number) =>
  awsCall(
    'GetSecretValue',
    (options) => client.send(new GetSecretValueCommand({ SecretId: 'arn:db' }), options),
    tryMs === undefined ? {} : { tryMs },
  );

/** Runs `work` in an invocation with 20 s of remaining time. Once `isOver` returns true, no time remains. */
const within = <Result>(isOver: () => boolean, work: () => Promise<Result>) =>
  duringInvocation({ requestId: 'test', remainingMs: () => (isOver() ? 0 : 20_000) }, work);

describe('an AWS call', () => {
  it('aborts a try without a response, closes its connection and retries', async () => {
    const before = givenUp();
    faults.next = ['silence'];
    expect(
      await within(
        () => false,
        () => fetchValue(1_000),
      ),
    ).toMatchObject({ SecretString: 'value' });
    expect(faults.next).toEqual([]);
    await expect.poll(givenUp).toBeGreaterThan(before);
  });

  it.each<[string, AwsFault]>([
    ['is throttled', { status: 400, type: 'ThrottlingException' }],
    ['is throttled with status 429 and an unknown name', { status: 429, type: 'Unnamed' }],
    ['fails with a server error', { status: 500, type: 'InternalServiceError' }],
    ['fails with status 503 and an unknown name', { status: 503, type: 'Unnamed' }],
    ['loses its connection', 'reset'],
  ])('is retried when it %s', async (_, fault) => {
    const before = asked();
    faults.next = [fault, fault];
    expect(
      await within(
        () => false,
        () => fetchValue(),
      ),
    ).toMatchObject({ SecretString: 'value' });
    expect(asked()).toBe(before + 3);
  });

  it.each(['ResourceNotFoundException', 'AccessDeniedException', 'InvalidRequestException', 'DecryptionFailure'])(
    'is not retried when it is rejected with %s',
    async (type) => {
      const before = asked();
      faults.always = { status: 400, type };
      const call = within(
        () => false,
        () => fetchValue(),
      );
      await expect(call).rejects.toThrow(AwsCallError);
      await expect(call).rejects.toMatchObject({ failure: 'refused', attempts: 1, cause: { name: type } });
      expect(asked()).toBe(before + 1);
    },
  );

  it("ends before its invocation's deadline", async () => {
    const before = asked();
    faults.always = { status: 400, type: 'ThrottlingException' };
    const call = within(
      () => asked() >= before + 3,
      () => fetchValue(),
    );
    await expect(call).rejects.toMatchObject({ failure: 'throttled', attempts: 3, cause: { name: 'ThrottlingException' } });
    expect(asked()).toBe(before + 3);
  });

  it('ends a try that ignores its abort signal, and gives each try a new signal', async () => {
    const signals: AbortSignal[] = [];
    const call = within(
      () => signals.length >= 2,
      () =>
        awsCall(
          'Deaf',
          ({ abortSignal }) => {
            signals.push(abortSignal);
            return new Promise<never>(() => {});
          },
          { tryMs: 1 },
        ),
    );
    await expect(call).rejects.toMatchObject({ failure: 'unanswered', attempts: 2 });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    expect(new Set(signals).size).toBe(2);
  });
});

it.each([
  ['ECONNREFUSED', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['EAI_AGAIN', 'unreachable'],
  ['CERT_HAS_EXPIRED', 'refused'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'refused'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'refused'],
])('classifies an error with the code %s as %s', (code, failure) => {
  expect(awsFailureOf(Object.assign(new Error('test'), { code }))).toBe(failure);
});

it('retries a signature error after the SDK has corrected the clock', () => {
  const skewed = Object.assign(new Error('Signature expired'), { name: 'InvalidSignatureException' });
  expect(awsFailureOf(skewed)).toBe('refused');
  expect(awsFailureOf(Object.assign(skewed, { $metadata: { httpStatusCode: 400, clockSkewCorrected: true } }))).toBe('failed');
});
