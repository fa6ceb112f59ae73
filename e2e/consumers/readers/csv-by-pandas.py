import json
import sys

import pandas

options = json.loads(sys.argv[2]) if len(sys.argv) > 2 else {}
table = pandas.read_csv(sys.argv[1], **options)
print(json.dumps(["", *table.columns]))
for row in table.itertuples(index=False):
    print(json.dumps(["", *(None if cell == "" or cell != cell else cell for cell in row)], default=str))
