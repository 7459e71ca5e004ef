/**
 * The contract between services: what is written to Kafka, and the few types every event shares. Each event stands beside its JSON
 * Schema and its golden example.
 */
@NullMarked
package aftercare.schemas;

import org.jspecify.annotations.NullMarked;
