// whatsapp-chat-parser: `read_whatsapp_chat_parser.mjs CHAT [OUT]` reads a chat, and writes one line of JSON a message where OUT
// is given. The package is looked for from the folder it is started in.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const { parseString } = createRequire(`${process.cwd()}/`)("whatsapp-chat-parser");
const messages = parseString(readFileSync(process.argv[2], "utf8"));
console.log(messages.length, "messages");
if (process.argv[3]) {
  const lines = messages.map(({ author, date, message }) =>
    JSON.stringify({ sender: author, ts: date.toISOString().slice(0, 19), body: message }));
  writeFileSync(process.argv[3], lines.join("\n") + "\n");
}
