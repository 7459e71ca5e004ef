package aftercare.escalation.alarms;

/** One way by which an alarm reaches a human. Every route is taken each time, so that one of them is not the broken one. */
interface AlarmRoute {
    String name();

    /** Whether anybody was reached. */
    boolean take(Alarm alarm);
}
