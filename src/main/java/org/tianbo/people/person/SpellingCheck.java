package org.tianbo.people.person;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.tianbo.platform.data.KeysetPages;
import org.tianbo.platform.jobs.Job;

/**
 * How names are read and typed is written with the name. Whoever was there before that, or whose reading a later
 * edition of Unicode's data corrects, is put right here: a page in a transaction, so that a stop loses one at most.
 */
@ApplicationScoped
class SpellingCheck implements Job {

    static final String NAME = "people.spelling-check";

    private static final Logger LOG = Logger.getLogger(SpellingCheck.class);
    private static final int AT_ONCE = 500;

    private final PersonRepository people;
    private final VillageRepository villages;
    private final Counter differing;

    SpellingCheck(PersonRepository people, VillageRepository villages, MeterRegistry meters) {
        this.people = people;
        this.villages = villages;
        this.differing = meters.counter("tianbo.derived.differences", "table", "people.reading");
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param county its own, as which it runs */
    @Override
    public void run(String county) {
        KeysetPages.forEach(after -> spell(villages.after(after, AT_ONCE), Village::spell, village -> village.id));
        KeysetPages.forEach(after -> spell(people.after(after, AT_ONCE), Person::spell, person -> person.id));
    }

    /** The next night tries again. */
    @Override
    public void onExhausted(String county) {
        LOG.errorf("How the names of %s are read was not compared with the names", county);
    }

    /** @return the last of the page; null when there is none */
    private <T> UUID spell(List<T> page, Predicate<T> spelled, Function<T, UUID> id) {
        long differences = page.stream().filter(spelled).count();
        differing.increment(differences);
        if (differences > 0) {
            LOG.infof("%d names are read anew", differences);
        }
        return page.isEmpty() ? null : id.apply(page.get(page.size() - 1));
    }
}
