package aftercare.journeys.planning;

import java.time.Instant;

/**
 * Why a text goes to this patient at this time.
 *
 * @param event what it counts from
 * @param rule how it counts from there, as the journey said when this was planned
 * @param at when the event was or will be
 */
public record Why(String event, String rule, Instant at) {}
