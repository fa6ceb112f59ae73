import { DuckDBInstance } from '@duckdb/node-api';
import { print } from './print.mjs';

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const reader = await connection.runAndReadAll(`FROM read_csv(?, ${process.argv[3] ?? ''})`, [
  process.argv[2],
]);
print('', reader.columnNames());
for (const row of reader.getRowsJson()) print('', row);
