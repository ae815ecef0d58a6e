// The register as its operator runs it: a program of its own on a port of its own.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

const program = path.resolve('artifacts/bin/CollabRisk.Register/release/CollabRisk.Register');

// So many come from one address here as an organisation never has.
const unlimited = ['--Register:Limits:RequestsOfLink=1000000', '--Register:Limits:RequestsOfAddress=1000000', '--Register:Limits:LinksOfAddress=1000000'];

export const freePort = () => new Promise(resolve => {
  const server = net.createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

/** Starts a program on a database and waits until it is healthy. */
export async function start(database, log, port) {
  port ??= await freePort();
  const base = `http://127.0.0.1:${port}`;
  const out = fs.openSync(log, 'a');
  const child = spawn(program, ['--database', database, '--urls', base, ...unlimited], { stdio: ['ignore', out, out] });
  process.on('exit', () => child.kill('SIGKILL'));
  const ended = new Promise(resolve => child.once('exit', resolve));
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) {
      throw new Error(`The register ended with ${child.exitCode}: ${fs.readFileSync(log, 'utf8')}`);
    }

    if ((await fetch(`${base}/health`).catch(() => null))?.ok) {
      return { base, port, pid: child.pid, end: async signal => { child.kill(signal); await ended; } };
    }

    await sleep(100);
  }

  throw new Error(`The register at ${base} was never healthy.`);
}

/** Runs one of its commands and returns what it prints. */
export function run(...args) {
  const ran = spawnSync(program, args, { encoding: 'utf8' });
  if (ran.status !== 0) {
    throw new Error(`${args[0]} ended with ${ran.status}: ${ran.stderr}`);
  }

  return ran.stdout.trim();
}

/** What follows /l/ in a new link of the office. */
export const officeToken = database => run('link', '--database', database).split('/l/')[1];

export const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/** Makes collaborations of five partners by the API until so many people are asked; their ids, and the tokens of the respondents. */
export async function make(base, token, name, people) {
  const made = { ids: [], tokens: [] };
  while (made.tokens.length < people) {
    const answer = await fetch(`${base}/api/collaborations`, {
      method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: `${name} ${made.ids.length + 1}`, partners: ['Police', 'Fire', 'Ambulance', 'Coastguard', 'Council'], days: 10 }),
    });
    if (answer.status !== 201) {
      throw new Error(`${answer.status}: ${await answer.text()}`);
    }

    const json = await answer.json();
    made.ids.push(json.id);
    made.tokens.push(...json.links.filter(link => link.role === 'Respondent').map(link => link.address.split('/l/')[1]));
  }

  made.tokens.length = people;
  return made;
}

/** Ends with a problem for the step to see. */
export function fail(message) {
  console.error(message);
  process.exit(1);
}
