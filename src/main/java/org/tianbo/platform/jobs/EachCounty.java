package org.tianbo.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.security.CurrentCounty;

/** Work that is done as one county after the other. A fault of one is logged and stops nothing behind it. */
@ApplicationScoped
public class EachCounty {

    private static final Logger LOG = Logger.getLogger(EachCounty.class);

    private final CountyIds counties;
    private final CurrentCounty current;

    public EachCounty(CountyIds counties, CurrentCounty current) {
        this.counties = counties;
        this.current = current;
    }

    /**
     * Does the work as every county there is.
     *
     * @param what names the work in the log, if it fails: that of a {@link RecurringJob} is done again the next time
     */
    public void run(String what, Runnable work) {
        runAll(what, counties.ids(), county -> county, county -> work.run());
    }

    /**
     * Does the work for all of these, each as its county.
     *
     * @param county whose each is
     */
    public <T> void runAll(String what, Iterable<T> all, Function<T, String> county, Consumer<T> work) {
        all.forEach(one -> {
            String id = county.apply(one);
            try {
                current.run(id, () -> work.accept(one));
            } catch (RuntimeException fault) {
                if (stopsAll(fault)) {
                    throw fault;
                }
                LOG.errorf(fault, "%s failed in county %s", what, id);
            }
        });
    }

    /** This replica stops, or what all counties need is away: the others would fail one by one. */
    private static boolean stopsAll(RuntimeException fault) {
        return Thread.currentThread().isInterrupted()
                || fault instanceof Fault known && known.kind() == Fault.Kind.UNAVAILABLE;
    }
}
