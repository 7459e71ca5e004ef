/** The organisation's sites: their zones, and how a record says which one it belongs to. */
@NullMarked
package aftercare.intake.sites;

import org.jspecify.annotations.NullMarked;
