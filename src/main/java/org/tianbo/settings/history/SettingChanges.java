package org.tianbo.settings.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.settings.Setting;
import org.tianbo.settings.SettingChanged;
import org.tianbo.settings.SettingReason;
import org.tianbo.settings.SettingRefused;
import org.tianbo.settings.SettingValues;

/** Changes of the current county's settings, made by its officers. */
@ApplicationScoped
public class SettingChanges {

    private static final Logger LOG = Logger.getLogger(SettingChanges.class);

    private final SettingTable table;
    private final CurrentCounty county;
    private final Clock clock;
    private final Event<SettingChanged> changed;

    SettingChanges(SettingTable table, CurrentCounty county, Clock clock, Event<SettingChanged> changed) {
        this.table = table;
        this.county = county;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * What an officer asks for.
     *
     * @param known version of what they saw; 0 where nothing was ever changed
     * @param typed what they typed, by field; empty to put back what is usual
     */
    public record Wanted(long known, Optional<Map<String, String>> typed, String reason, UUID by) {}

    /** The last change of each setting that was ever changed, by key. */
    @Transactional
    public Map<String, SettingChange> current() {
        return table.current().stream().collect(Collectors.toMap(SettingChange::key, Function.identity()));
    }

    /** Changes of a setting, the latest first, before this version. */
    @Transactional
    public Page<SettingChange, Long> before(Setting setting, long version, int size) {
        return Page.of(table.before(setting.key(), version, size + 1), size, SettingChange::version);
    }

    /**
     * Makes the change, or says what is wrong with it beside each field. Sent twice it is the same as once.
     *
     * @throws Refused also when somebody else was faster, or nothing would change
     */
    @Transactional
    public void change(Setting setting, Wanted wanted) {
        Refused faults = SettingRefused.wrong();
        Optional<SettingValues> values = wanted.typed().map(typed -> setting.parse(typed, faults));
        String reason = SettingReason.checked(wanted.reason(), faults);
        faults.throwIfAny();
        SettingChange change = new SettingChange(
                setting.key(),
                wanted.known() + 1,
                values.map(SettingValues::byName),
                reason,
                wanted.by(),
                clock.instant());
        Optional<SettingChange> last = last(setting);
        if (last.filter(before -> isSame(before, change)).isPresent()) {
            return;
        }
        if (last.map(SettingChange::version).orElse(0L) != wanted.known()) {
            throw SettingRefused.changedMeanwhile();
        }
        Optional<Map<String, BigDecimal>> own = last.flatMap(SettingChange::values);
        boolean same = setting.completed(own.orElse(Map.of())).equals(values.orElse(setting.usual()));
        if (same && (values.isPresent() || own.isEmpty())) {
            throw SettingRefused.nothingChanged();
        }
        if (!table.append(change)) {
            if (last(setting).filter(faster -> isSame(faster, change)).isPresent()) {
                return;
            }
            throw SettingRefused.changedMeanwhile();
        }
        changed.fire(new SettingChanged(county.id(), setting.key(), change.at()));
        LOG.infof("Setting %s of %s changed by %s", setting.key(), county.id(), wanted.by());
    }

    private Optional<SettingChange> last(Setting setting) {
        return table.before(setting.key(), Long.MAX_VALUE, 1).stream().findFirst();
    }

    /** The same form, sent again. */
    private static boolean isSame(SettingChange before, SettingChange change) {
        return before.version() == change.version()
                && change.reason().equals(before.reason())
                && Objects.equals(before.by(), change.by())
                && before.values()
                        .map(SettingValues::new)
                        .equals(change.values().map(SettingValues::new));
    }
}
