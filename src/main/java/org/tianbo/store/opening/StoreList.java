package org.tianbo.store.opening;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Gate;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.data.Page;
import org.tianbo.store.StoreStatus;

/**
 * The county's stores that the reader sees, a page at a time: those somebody has to look at first, then the others,
 * each oldest first.
 */
@ApplicationScoped
public class StoreList {

    private final DossierRepository dossiers;
    private final Curriculum curriculum;
    private final StaffVillages villages;

    StoreList(DossierRepository dossiers, Curriculum curriculum, StaffVillages villages) {
        this.dossiers = dossiers;
        this.villages = villages;
        this.curriculum = curriculum;
    }

    /**
     * A place in the list.
     *
     * @param waiting among those somebody has to look at
     * @param store the last one before the place
     */
    public record Position(boolean waiting, UUID store) {

        public static final Position START = new Position(true, new UUID(0, 0));

        private static final Position OTHERS = new Position(false, new UUID(0, 0));
    }

    @Transactional
    public Page<StoreStatus, Position> page(Position after, int size) {
        List<Gate> gates = curriculum.gates(Store.OWN_PRODUCE);
        List<Position> found = new ArrayList<>();
        if (after.waiting()) {
            found.addAll(after(after, gates, size + 1));
        }
        if (found.size() <= size) {
            found.addAll(after(after.waiting() ? Position.OTHERS : after, gates, size + 1 - found.size()));
        }
        Page<Position, Position> page = Page.of(found, size, Function.identity());
        return new Page<>(statuses(page.rows().stream().map(Position::store).toList(), gates), page.next());
    }

    private List<Position> after(Position position, List<Gate> gates, int most) {
        return dossiers.idsAfter(position.store(), position.waiting(), gates, villages.mine(), most).stream()
                .map(store -> new Position(position.waiting(), store))
                .toList();
    }

    /** In the order of the ids; the papers of all are read at once. */
    private List<StoreStatus> statuses(List<UUID> ids, List<Gate> gates) {
        Map<UUID, Dossier> stores =
                dossiers.withIds(ids).stream().collect(Collectors.toMap(store -> store.id, Function.identity()));
        Map<UUID, List<GateEvidence>> evidence =
                dossiers.evidenceOf(ids).stream().collect(groupingBy(paper -> paper.store));
        Map<UUID, List<GateCheck>> checks = dossiers.checksOf(ids).stream().collect(groupingBy(check -> check.store));
        Map<UUID, List<StoreStatusChange>> turns =
                dossiers.turnsOf(ids).stream().collect(groupingBy(change -> change.store));
        return ids.stream()
                .map(id -> Store.status(
                        stores.get(id),
                        Store.status(gates, evidence.getOrDefault(id, List.of()), checks.getOrDefault(id, List.of())),
                        turns.getOrDefault(id, List.of())))
                .toList();
    }
}
