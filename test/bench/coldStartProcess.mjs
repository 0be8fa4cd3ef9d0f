// An execution environment's first invocation: loads the handler and calls it, as Lambda's runtime does. Plain JavaScript without imports,
// because any other module that the process loads would distort the cold start.
const [, , file, event] = process.argv;
const { handler } = await import(file);
const context = { awsRequestId: 'cold-start', functionName: 'bench', getRemainingTimeInMillis: () => 25_000 };
const { statusCode, body } = await handler(JSON.parse(event), context);
if (statusCode !== 200) throw new Error(`${statusCode} ${body}`);
process.on('disconnect', () => process.exit());
const { user, system } = process.cpuUsage();
process.send({ cpuUs: user + system });
