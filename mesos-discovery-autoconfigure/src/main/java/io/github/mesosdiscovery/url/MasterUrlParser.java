package io.github.mesosdiscovery.url;

/**
 * Tells the forms of a master URL apart, as {@code MasterDetector::create} of Mesos does.
 * Internal.
 */
public final class MasterUrlParser {

	private static final String FILE = "file://";

	private static final String MASTER = "master@";

	private MasterUrlParser() {
	}

	/**
	 * Parse a master URL. White space around it is ignored. The forms are
	 * <ul>
	 * <li>{@code zk://[user:password@]host[:port],.../path}: the masters that register
	 * under a path of ZooKeeper. The port is 2181 unless given. The path starts at the
	 * first slash and the servers after the last {@code @} before it; user and password
	 * are taken as they stand, nothing is percent-decoded.
	 * <li>{@code host:port} and {@code master@host:port}: a fixed master.
	 * <li>{@code file:///path}: a file that holds one of the others. It is read at once
	 * and only once; one file does not lead to another.
	 * </ul>
	 * This is the grammar of {@code zookeeper::URL} and {@code MasterDetector::create} of
	 * Mesos, except that hosts and ports are checked here already, and that a path must
	 * not contain {@code @}: it is far more likely the end of a password with a slash in
	 * it. No name is resolved.
	 * @param text the master URL
	 * @return the master URL
	 * @throws InvalidMasterUrlException if the text is none of the forms, or the file
	 * cannot be read
	 */
	public static MasterUrl parse(String text) {
		String masterUrl = text.strip();
		if (!masterUrl.startsWith(FILE)) {
			return parseDirect(masterUrl);
		}
		String content = MasterUrlFile.read(masterUrl.substring(FILE.length()));
		try {
			if (content.startsWith(FILE)) {
				throw new InvalidMasterUrlException("one file must not name another", InvalidMasterUrlException.ZK);
			}
			return parseDirect(content);
		}
		catch (InvalidMasterUrlException ex) {
			throw ex.inFile();
		}
	}

	private static MasterUrl parseDirect(String masterUrl) {
		CommonMistakes.checkCharacters(masterUrl);
		if (masterUrl.startsWith(ZooKeeperUrl.SCHEME)) {
			return ZooKeeperUrl.parse(masterUrl.substring(ZooKeeperUrl.SCHEME.length()));
		}
		CommonMistakes.check(masterUrl);
		return FixedMaster.parse(masterUrl.startsWith(MASTER) ? masterUrl.substring(MASTER.length()) : masterUrl);
	}

}
