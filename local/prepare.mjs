// Every command loads this before its own code (`node --import`). It is plain JavaScript, because its first task is to say which
// Node.js is missing, where one that cannot read TypeScript would only complain of an unknown file extension.

const needed = 24;

if (process.platform === 'win32') {
  console.error(
    'Windows is not supported: run this in WSL (https://learn.microsoft.com/windows/wsl/install), from a clone in its own file system.',
  );
  process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    `Node ${needed} is needed, and this is Node ${process.versions.node}. npm ci brings it as the package "node", unless install scripts or ` +
      `optional packages are left out. Run: npm ci --include=optional --include=dev --ignore-scripts=false, or install Node ${needed} from https://nodejs.org`,
  );
  process.exit(1);
}

const { changeVariables, ownVariables } = await import('./shellVariables.ts');
changeVariables(ownVariables(process.env));
