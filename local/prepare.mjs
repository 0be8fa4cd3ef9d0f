// Every command loads this file before its own code (`node --import`). It is plain JavaScript, because it must also run on an old Node.js,
// which cannot load TypeScript and would only report an unknown file extension.

const needed = 24;

if (process.platform === 'win32') {
  console.error(
    "Windows is not supported: run this in WSL (https://learn.microsoft.com/windows/wsl/install), from a clone in WSL's file system.",
  );
  process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    `Node ${needed} is required, but this is Node ${process.versions.node}. npm ci installs Node ${needed} as the package "node", unless install scripts or ` +
      `optional packages are disabled. Run: npm ci --include=optional --include=dev --ignore-scripts=false, or install Node ${needed} from https://nodejs.org`,
  );
  process.exit(1);
}

const { changeVariables, ownVariables } = await import('./shellVariables.ts');
changeVariables(ownVariables(process.env));
