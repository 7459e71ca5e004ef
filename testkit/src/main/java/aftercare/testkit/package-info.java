/** What tests of a service stand on: a real broker, a real database, and a carrier that does as it is told. */
@NullMarked
package aftercare.testkit;

import org.jspecify.annotations.NullMarked;
