package org.tianbo.people;

import java.util.List;
import java.util.Optional;

/** The counties this installation serves. */
public interface Counties {

    void open(String id, String nameZh, String nameEn);

    /** Of every county; for what is done county by county. */
    List<String> ids();

    /** The county's name in Chinese and English. */
    Optional<CountyView> county(String id);

    /** A county by its id and its names. */
    record CountyView(String id, String nameZh, String nameEn) {}
}
