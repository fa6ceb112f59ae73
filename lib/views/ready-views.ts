/**
 * Views that everyone has. `id` is the message key of the name, `savedViews.ready.<id>`; the query is of the explorer and
 * has no scope: it is asked where the reader looks.
 */
export const READY_VIEWS = [
  { id: 'all', query: '' },
  { id: 'idle', query: 'status=Available&sort=created' },
  { id: 'eip', query: 'eip=true' },
  { id: 'terway', query: 'owner=ack' },
  { id: 'managed', query: 'managed=true' },
  { id: 'stuck', query: 'status=Attaching,Detaching,Deleting&sort=created' },
  { id: 'largest', query: 'sort=-ips&cols=name,status,type,ip,ips,prefix,instance,vswitch,zone,id' },
] as const;
