@NullMarked
package aftercare.journeys.questionnaires;

import org.jspecify.annotations.NullMarked;
