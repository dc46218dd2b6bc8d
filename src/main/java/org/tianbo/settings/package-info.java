/**
 * What a county sets for itself: declared by the feature that owns it ({@link org.tianbo.settings.DeclaredSettings}),
 * read by {@link org.tianbo.settings.CountySettings}, changed by an officer with a reason. Every change is kept. Other
 * features observe {@link org.tianbo.settings.SettingChanged}.
 */
package org.tianbo.settings;
