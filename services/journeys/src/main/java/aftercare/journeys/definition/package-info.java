/** What a journey says when: touchpoints as data, read from YAML, checked, and kept in published versions. */
@NullMarked
package aftercare.journeys.definition;

import org.jspecify.annotations.NullMarked;
