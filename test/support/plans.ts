import pg from 'pg';
import { expect, inject } from 'vitest';
import * as z from 'zod/mini';
import { database } from '../../lib/database/database.ts';
import { withClient } from '../../local/postgres/client.ts';
import { ownerDatabase } from './ownerDatabase.ts';

/** The plan of an executed statement: its scans and the number of rows that it read. */
export interface Plan {
  readonly sql: string;
  /** True if a Lambda function sent the statement. False for a nested statement: a foreign key check, or a statement of a database function. */
  readonly isOurs: boolean;
  /** Every scan, such as "Index Scan on orders by orders_pkey" or "Seq Scan on orders". */
  readonly scans: readonly string[];
  /** The number of table rows that the plan read, including the rows that it filtered out. */
  readonly rowsRead: number;
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string | undefined;
  readonly 'Index Name'?: string | undefined;
  readonly 'Actual Rows'?: number | undefined;
  readonly 'Actual Loops'?: number | undefined;
  readonly 'Rows Removed by Filter'?: number | undefined;
  readonly Plans?: readonly Node[] | undefined;
}

const node: z.ZodMiniType<Node> = z.object({
  'Node Type': z.string(),
  'Relation Name': z.optional(z.string()),
  'Index Name': z.optional(z.string()),
  'Actual Rows': z.optional(z.number()),
  'Actual Loops': z.optional(z.number()),
  'Rows Removed by Filter': z.optional(z.number()),
  get Plans() {
    return z.optional(z.array(node));
  },
});
const explained = z.object({ 'Query Text': z.string(), Plan: node });

/**
 * Makes the server send the real plan of every executed statement to the session that executed it, in this file's database. Call this function
 * before the first connection.
 */
export async function announcePlans(): Promise<void> {
  const { pathname } = new URL(process.env['DATABASE_URL'] ?? '');
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_format': 'json',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_timing': 'off',
    // Also logs the statements of foreign key checks and database functions, which run inside another statement.
    'auto_explain.log_nested_statements': 'on',
    client_min_messages: 'log',
  };
  await withClient(inject('adminUrl'), async (admin) => {
    for (const [name, value] of Object.entries(settings)) await admin.query(`alter database ${pathname.slice(1)} set ${name} = '${value}'`);
  });
  for (const { sequelize } of [await database(), await ownerDatabase()]) {
    sequelize.addHook('afterConnect', (connection) => {
      if (connection instanceof pg.Client) connection.on('notice', ({ message }) => void (message && noticed.push(message)));
    });
  }
}

// In a nested statement, names begin with a schema: PostgreSQL's foreign key checks (ri_triggers.c) and the database functions of the migrations
// write the schema. The Lambda functions do not.
const nested = /"public"\.|\bpublic\.|\bpg_catalog\.pg_advisory/;
const noticed: string[] = [];

/** Runs `work` and returns, with its result, the plan of every statement that was executed. */
export async function plansOf<Result>(work: () => Promise<Result>): Promise<{ result: Result; plans: Plan[] }> {
  noticed.length = 0;
  const result = await work();
  const plans = noticed
    .filter((message) => message.includes('plan:'))
    .map((message) => explained.parse(JSON.parse(message.slice(message.indexOf('{')))))
    .map((plan) => ({
      sql: plan['Query Text'],
      isOurs: !nested.test(plan['Query Text']),
      scans: scansOf(plan.Plan),
      rowsRead: rowsReadBy(plan.Plan),
    }));
  return { result, plans };
}

/** Asserts that each plan reads fewer than `mostRows` table rows, and has no scan that matches `wholeTable`. */
export function expectFewRows(plans: readonly Plan[], mostRows: number, wholeTable: RegExp): void {
  expect(plans).not.toHaveLength(0);
  for (const { sql, scans, rowsRead } of plans) {
    const what = `${sql}\n${scans.join(', ')}`;
    expect(scans.join(), what).not.toMatch(wholeTable);
    expect(rowsRead, what).toBeLessThan(mostRows);
  }
}

function scansOf(of: Node): string[] {
  const scan = [of['Node Type'], of['Relation Name'] && `on ${of['Relation Name']}`, of['Index Name'] && `by ${of['Index Name']}`];
  const isScan = of['Node Type'].endsWith('Scan') && (of['Relation Name'] ?? of['Index Name']) !== undefined;
  return [...(isScan ? [scan.filter((part) => part !== undefined).join(' ')] : []), ...(of.Plans ?? []).flatMap(scansOf)];
}

function rowsReadBy(of: Node): number {
  // PostgreSQL reports both numbers as averages per loop.
  const own = isTableScan(of) ? ((of['Actual Rows'] ?? 0) + (of['Rows Removed by Filter'] ?? 0)) * (of['Actual Loops'] ?? 1) : 0;
  return (of.Plans ?? []).reduce((sum, part) => sum + rowsReadBy(part), own);
}

function isTableScan(of: Node): boolean {
  return of['Node Type'].endsWith('Scan') && of['Relation Name'] !== undefined;
}
