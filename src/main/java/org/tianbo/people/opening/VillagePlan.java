package org.tianbo.people.opening;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tianbo.people.Rosters.VillageName;
import org.tianbo.people.opening.VillageFile.VillageRow;
import org.tianbo.platform.data.Sha256;
import org.tianbo.platform.table.rows.RejectedRow;

/**
 * What a file would do to a county's villages. A village is known again by its code, one without a code by town and
 * name. Villages that the file does not name stay as they are.
 *
 * @param coded known by town and name, and given the file's code
 * @param missing of the county and not in the file
 * @param passed mergers of villages that the county never had
 * @param rejected rows that say a village was merged into one that is not there, or give one the name that another has
 */
public record VillagePlan(
        List<VillageLine> added,
        List<Renaming> renamed,
        List<Renaming> coded,
        List<Merger> merged,
        List<VillageLine> missing,
        List<VillageLine> passed,
        int unchanged,
        List<RejectedRow> rejected) {

    private static final int ENOUGH_BYTES = 16;

    /**
     * A village.
     *
     * @param id null for one that is only in the file
     * @param code empty for one from before codes were kept
     * @param people who live there
     */
    public record VillageLine(UUID id, String code, String town, String name, int people) {

        public String text() {
            return town + " " + name;
        }
    }

    /** A village and what it is in the file. */
    public record Renaming(VillageLine village, String code, String town, String name) {

        public String now() {
            return town + " " + name;
        }
    }

    /** @param into the one that stands; its id is null while it is only in the file */
    public record Merger(VillageLine village, VillageLine into) {}

    /** @param former villages that went up in others before; one of them is not merged again */
    static VillagePlan of(List<VillageLine> known, List<VillageLine> former, List<VillageRow> rows) {
        Map<String, VillageLine> byCode = known.stream()
                .filter(village -> !village.code().isEmpty())
                .collect(Collectors.toMap(VillageLine::code, Function.identity()));
        Set<String> codes = rows.stream().map(VillageRow::code).collect(Collectors.toSet());
        Map<VillageName, VillageLine> byName = known.stream()
                .filter(village -> !codes.contains(village.code()))
                .collect(Collectors.toMap(
                        village -> new VillageName(village.town(), village.name()), Function.identity()));
        VillagePlan plan = new VillagePlan(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                0,
                new ArrayList<>());
        Map<String, VillageLine> standing = new HashMap<>();
        Map<UUID, Integer> lines = new HashMap<>();
        List<UUID> named = new ArrayList<>();
        int unchanged = 0;
        for (VillageRow row : rows) {
            if (row.merged()) {
                continue;
            }
            VillageLine there = Optional.ofNullable(byCode.get(row.code()))
                    .orElseGet(() -> byName.get(new VillageName(row.town(), row.name())));
            if (there == null) {
                VillageLine fresh = new VillageLine(null, row.code(), row.town(), row.name(), 0);
                plan.added.add(fresh);
                standing.put(row.code(), fresh);
                continue;
            }
            named.add(there.id());
            Renaming now = new Renaming(there, row.code(), row.town(), row.name());
            standing.put(row.code(), new VillageLine(there.id(), row.code(), row.town(), row.name(), there.people()));
            if (!there.text().equals(now.now())) {
                lines.put(there.id(), row.line());
                plan.renamed.add(now);
            } else if (!there.code().equals(row.code())) {
                plan.coded.add(now);
            } else {
                unchanged++;
            }
        }
        plan.merge(rows, new Standing(byCode, byName, standing, former), named);
        known.stream().filter(village -> !named.contains(village.id())).forEach(plan.missing::add);
        plan.refuseNamesOfOthers(lines);
        return new VillagePlan(
                plan.added, plan.renamed, plan.coded, plan.merged, plan.missing, plan.passed, unchanged, plan.rejected);
    }

    /** What a row that merges a village may be about. */
    private record Standing(
            Map<String, VillageLine> byCode,
            Map<VillageName, VillageLine> byName,
            Map<String, VillageLine> inFile,
            List<VillageLine> former) {

        /** One without a code is known by town and name, as everywhere. */
        Optional<VillageLine> merged(VillageRow row) {
            return Optional.ofNullable(byCode.get(row.code()))
                    .or(() -> Optional.ofNullable(byName.get(new VillageName(row.town(), row.name())))
                            .filter(village -> village.code().isEmpty()));
        }

        boolean wentUpBefore(VillageRow row) {
            return former.stream()
                    .anyMatch(one -> one.code().equals(row.code()) || one.text().equals(row.town() + " " + row.name()));
        }
    }

    /** The file may leave out a village, but not give its name to another. */
    private void refuseNamesOfOthers(Map<UUID, Integer> lines) {
        Set<String> kept = missing.stream().map(VillageLine::text).collect(Collectors.toSet());
        renamed.stream()
                .filter(one -> kept.contains(one.now()))
                .forEach(one -> rejected.add(RejectedRow.of(
                        lines.get(one.village().id()), "village", "opening.village-name-of-another", one.name())));
    }

    /** One merged into one that was merged itself ends where that ends. */
    private void merge(List<VillageRow> rows, Standing known, List<UUID> named) {
        Map<String, String> into =
                rows.stream().filter(VillageRow::merged).collect(Collectors.toMap(VillageRow::code, VillageRow::into));
        for (VillageRow row : rows) {
            if (!row.merged()) {
                continue;
            }
            String target = row.into();
            for (int step = 0; step < into.size() && into.containsKey(target); step++) {
                target = into.get(target);
            }
            VillageLine end = known.inFile()
                    .getOrDefault(
                            target,
                            into.containsKey(target) ? null : known.byCode().get(target));
            Optional<VillageLine> gone = known.merged(row).filter(one -> !named.contains(one.id()));
            if (end == null) {
                rejected.add(RejectedRow.of(row.line(), "into", "opening.merge-target-unknown", row.into()));
            } else if (gone.isPresent()) {
                merged.add(new Merger(gone.get(), end));
                named.add(gone.get().id());
            } else if (!known.wentUpBefore(row)) {
                passed.add(new VillageLine(null, row.code(), row.town(), row.name(), 0));
            }
        }
    }

    /** Whether somebody has to confirm it: people find their village under another name. */
    public boolean isToBeConfirmed() {
        return !renamed.isEmpty() || !merged.isEmpty();
    }

    public int changes() {
        return added.size() + renamed.size() + coded.size() + merged.size();
    }

    /** The name of exactly these renamings and mergers; whoever confirms them sends it back. */
    public String confirmation() {
        MessageDigest digest = Sha256.begin();
        renamed.forEach(one -> add(digest, one.village().id(), one.village().text(), one.now()));
        merged.forEach(one ->
                add(digest, one.village().id(), one.village().text(), one.into().code()));
        return HexFormat.of().formatHex(digest.digest(), 0, ENOUGH_BYTES);
    }

    private static void add(MessageDigest digest, UUID village, String before, String now) {
        digest.update((village + "\n" + before + "\n" + now + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
