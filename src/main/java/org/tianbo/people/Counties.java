package org.tianbo.people;

import java.util.Optional;
import org.tianbo.platform.jobs.CountyIds;

/** The counties this installation serves. */
public interface Counties extends CountyIds {

    void open(String id, String nameZh, String nameEn);

    /** The county's name in Chinese and English. */
    Optional<CountyView> county(String id);

    /** A county by its id and its names. */
    record CountyView(String id, String nameZh, String nameEn) {}
}
