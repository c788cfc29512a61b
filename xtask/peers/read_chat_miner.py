"""chat-miner: `read_chat_miner.py CHAT [OUT]` reads a chat, and writes one line of JSON a message where OUT is given."""
import json
import sys

from chatminer.chatparsers import WhatsAppParser

parser = WhatsAppParser(sys.argv[1])
parser.parse_file()
df = parser.parsed_messages.get_df()
print(len(df), "messages")
if len(sys.argv) > 2:
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        for row in df.iter_rows(named=True):
            line = {"sender": row["author"], "ts": row["timestamp"].isoformat(), "body": row["message"]}
            out.write(json.dumps(line) + "\n")
