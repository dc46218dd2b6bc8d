package org.tianbo.settings;

import java.util.List;

/** The settings of one feature; each feature that has some answers with a bean, and officers see them on one page. */
public interface DeclaredSettings {

    List<Setting> settings();
}
