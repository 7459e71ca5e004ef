package aftercare.intake.cloudevents;

/** What is wrong with a field and how to mend it; never the field's value (S9). */
record Fault(String at, String reason) {}
