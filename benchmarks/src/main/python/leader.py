import json
import sys

from kazoo.client import KazooClient

servers, path = sys.argv[1:]
client = KazooClient(hosts=servers)
client.start()
names = [name for name in client.get_children(path) if name.startswith("json.info_")]
masters = [json.loads(client.get(path + "/" + name)[0]) for name in sorted(names)]
client.stop()
print(json.dumps(masters[0], indent=4))
