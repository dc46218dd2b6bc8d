package org.tianbo.platform.audit;

import java.time.Instant;
import java.util.List;

/** What one feature finds odd among its own things; answered for the county at hand. */
public interface OddThings {

    /** In what came since then, together with whatever else that is odd beside. */
    List<OddThing> since(Instant since);
}
