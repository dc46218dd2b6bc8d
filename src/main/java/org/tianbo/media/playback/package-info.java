/** Objects for other features and for players: signed links, answered whole or by range. */
package org.tianbo.media.playback;
