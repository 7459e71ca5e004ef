package aftercare.escalation.paging;

/** There is, or may be, something to page; told after the commit so that nobody waits for a poll. */
record PagesWait() {}
