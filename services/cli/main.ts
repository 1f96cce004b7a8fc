import { runCli } from './program';

void runCli(process.argv).then((exitCode) => {
  process.exitCode = exitCode;
});
