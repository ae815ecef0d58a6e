// Checks SARIF files against the schema of SARIF 2.1.0: node sarif.mjs TOOLS FILES, where TOOLS has node_modules with ajv-draft-04,
// ajv-formats and @microsoft/jest-sarif, which brings the schema.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [, , tools, ...files] = process.argv;
const require = createRequire(pathToFileURL(path.resolve(tools, 'x.js')));
const Ajv = require('ajv-draft-04');
const schema = path.join(path.resolve(tools), 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

// One of its patterns is no expression under the stricter reading of regular expressions.
const ajv = new (Ajv.default ?? Ajv)({ strict: false, unicodeRegExp: false, allErrors: true });
const formats = require('ajv-formats');
(formats.default ?? formats)(ajv);
const isValid = ajv.compile(JSON.parse(fs.readFileSync(schema, 'utf8')));
const problems = files.flatMap(file => (isValid(JSON.parse(fs.readFileSync(file, 'utf8'))) ? [] : isValid.errors.map(error => `${file}: ${error.instancePath} ${error.message}`)));
problems.forEach(problem => console.error(problem));
console.log(`${files.length} SARIF files, ${problems.length} problems`);
process.exit(problems.length === 0 && files.length > 0 ? 0 : 1);
