/** The request header in which the guard hands a request's id to the routes; an inbound one is dropped. */
export const REQUEST_ID_HEADER = 'x-eni-atlas-request-id';
