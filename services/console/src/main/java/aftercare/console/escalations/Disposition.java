package aftercare.console.escalations;

/** How a case can end, in the words of the form; {@code escalation} decides which end it and what each needs. */
enum Disposition {
    REACHED_NO_SI("Reached: no suicidal thoughts (false alarm)"),
    REACHED_PASSIVE_SI("Reached: passive thoughts"),
    REACHED_ACTIVE_NO_INTENT("Reached: active thoughts, no intent"),
    REACHED_INTENT_OR_PLAN("Reached: intent or plan"),
    SELF_HARM_OCCURRED("Self-harm has happened"),
    SAFETY_PLAN_UPDATED("Safety plan updated"),
    SAME_DAY_EVALUATION("Evaluation the same day"),
    WARM_HANDOFF_988("Handed over to 988"),
    MOBILE_CRISIS("Mobile crisis team"),
    ED_VOLUNTARY("Emergency department, voluntarily"),
    DISPATCHED_911("911 dispatched"),
    WELFARE_CHECK_REQUESTED("Welfare check requested"),
    ALREADY_IN_CARE("Already in care"),
    THIRD_PARTY_OR_WRONG_NUMBER("Third party or wrong number"),
    DUPLICATE("Duplicate of another case"),
    DECEASED("Deceased");

    private final String label;

    Disposition(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
