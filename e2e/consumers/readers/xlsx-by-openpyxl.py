import json
import sys

import openpyxl

workbook = openpyxl.load_workbook(sys.argv[1], read_only=True)
for sheet in workbook.worksheets:
    for row in sheet.iter_rows(values_only=True):
        print(json.dumps([sheet.title, *row]))
