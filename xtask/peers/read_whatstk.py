"""whatstk: `read_whatstk.py CHAT [OUT]` reads a chat, and writes one line of JSON a message where OUT is given."""
import json
import sys

from whatstk import WhatsAppChat

df = WhatsAppChat.from_source(sys.argv[1], max_size=None).df
print(len(df), "messages")
if len(sys.argv) > 2:
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        for row in df.itertuples(index=False):
            line = {"sender": row.username, "ts": row.date.isoformat(), "body": row.message}
            out.write(json.dumps(line) + "\n")
