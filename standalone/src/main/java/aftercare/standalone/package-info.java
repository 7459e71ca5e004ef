/** All of Aftercare in one process, with a broker and a database of its own, under one data directory. */
@NullMarked
package aftercare.standalone;

import org.jspecify.annotations.NullMarked;
