package aftercare.escalation.exercises;

/** One thing that a drill is measured by, in words. */
record ScoreLine(String what, String words, boolean passed) {}
