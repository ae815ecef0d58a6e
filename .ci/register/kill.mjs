// Fifty respondents save answers over HTTP while a server is killed with -9. Every answer that was acknowledged is there, and none twice.
// node kill.mjs FOLDER DATABASE NODES: with one node, it is started again; with more, clients go on at another one, with the same request.
import fs from 'node:fs';
import path from 'node:path';
import crypto from 'node:crypto';
import { fail, make, officeToken, run, sleep, start } from './server.mjs';

const [, , folder, database, count] = process.argv;
const [People, Answers] = [50, 12];
const name = Number(count) > 1 ? 'nodes' : 'sqlite';
const log = path.join(folder, `kill-${name}.log`);
let nodes = [await start(database, log)];
while (nodes.length < Number(count)) {
  nodes.push(await start(database, log));
}

const made = await make(nodes[0].base, officeToken(database), `Killed in the middle, ${crypto.randomUUID()}`, People);
const acknowledged = [];
let [failures, repeated] = [0, 0];
const began = Date.now();

// Sends until someone answers; always the same request, wherever it goes.
async function send(person, at, method, body) {
  for (let attempt = 0; attempt < 600; attempt++) {
    const node = nodes[(person + at + attempt) % nodes.length];
    try {
      const answer = await fetch(`${node.base}/api/interview`, {
        method, headers: { authorization: `Bearer ${made.tokens[person]}`, 'content-type': 'application/json' }, body: body && JSON.stringify(body), signal: AbortSignal.timeout(20_000),
      });
      if (answer.status !== 503) {
        repeated += attempt > 0 && method === 'POST' ? 1 : 0;
        return { status: answer.status, json: await answer.json() };
      }
    } catch {
      failures++;
    }

    await sleep(100);
  }

  throw new Error('No one answers any more.');
}

async function answerAll(person) {
  let state = (await send(person, 0, 'GET')).json;
  for (let at = 0; at < Answers && state.question; at++) {
    const given = { version: state.version, path: state.question.path, round: state.round, answer: 'no', note: `note-${person}-${at}-${crypto.randomUUID()}`, request: crypto.randomUUID() };
    let result = await send(person, at, 'POST', given);
    if (result.status === 422) {
      result = await send(person, at, 'POST', { ...given, answer: "don't know" });
    }

    if (result.status !== 200) {
      throw new Error(`Person ${person}, answer ${at}: ${result.status} ${JSON.stringify(result.json)}`);
    }

    acknowledged.push({ person, ...given });
    state = result.json;
    await sleep(Math.random() * 50);
  }
}

const all = Promise.all(made.tokens.map((_, person) => answerAll(person)));
while (acknowledged.length < People * Answers / 3) {
  await Promise.race([sleep(20), all]);
}

const [killed] = nodes.slice(-1);
const before = acknowledged.length;
if (nodes.length === 1) {
  await killed.end('SIGKILL');
  await sleep(500);
  nodes = [await start(database, log, killed.port)];
} else {
  await killed.end('SIGKILL');
}

await all;
const seconds = (Date.now() - began) / 1000;
for (const node of nodes.filter(node => node !== killed)) {
  await node.end('SIGTERM');
}

// What is kept is read from a backup, which is the same for both databases.
const backup = path.join(folder, `kill-${name}.backup`);
fs.rmSync(backup, { force: true });
run('backup', backup, '--database', database);
const rows = fs.readFileSync(backup, 'utf8').trim().split('\n').slice(1, -1).map(line => JSON.parse(line));
const changes = rows.filter(row => made.ids.includes(row.change?.entry) && row.change.subject !== '').map(row => row.change);
const sheets = rows.filter(row => made.ids.includes(row.sheet?.entry)).map(row => row.sheet);
const problems = [];

// What a request is kept under has a digest of what it brought after what its sender calls it.
const nameOf = change => change.request.split(' ')[0];
for (const one of acknowledged) {
  const [kept, noted] = [changes.filter(change => nameOf(change) === one.request), sheets.filter(sheet => sheet.body.includes(one.note))];
  if (kept.length !== 1 || noted.length !== 1) {
    problems.push(`${one.note} was acknowledged, and is ${kept.length} times in the history and in ${noted.length} sheets.`);
  }
}

const sent = new Set(acknowledged.map(one => one.request));
problems.push(...changes.filter(change => !sent.has(nameOf(change))).map(change => `${change.subject} ${change.version} was never acknowledged, though every client went on until it was.`));
for (const sheet of sheets) {
  const versions = changes.filter(change => change.entry === sheet.entry && change.subject === `sheet ${sheet.respondent} ${sheet.round}`).map(change => change.version).sort((a, b) => a - b);
  if (versions.join() !== Array.from({ length: sheet.version }, (_, at) => at + 1).join()) {
    problems.push(`The sheet of ${sheet.respondent} is version ${sheet.version}, and its history has ${versions}.`);
  }
}

fs.writeFileSync(path.join(folder, `kill-${name}.json`), JSON.stringify(acknowledged, null, 1));
if (problems.length > 0 || failures === 0 || acknowledged.length !== People * Answers || changes.length !== acknowledged.length) {
  fail([...problems, `${acknowledged.length} acknowledged of ${People * Answers}, ${changes.length} kept, ${failures} requests failed.`].join('\n'));
}

console.log(`${name}: killed after ${before} answers; ${acknowledged.length} acknowledged to ${People} people in ${seconds.toFixed(1)} s, all there, none twice; ${failures} requests failed and ${repeated} were sent again.`);
