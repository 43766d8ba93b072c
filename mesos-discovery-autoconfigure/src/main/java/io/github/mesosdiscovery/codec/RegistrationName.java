package io.github.mesosdiscovery.codec;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The name of a znode that takes part in the election: {@code <label>_<sequence>}, or
 * only the sequence.
 *
 * @param znode the name of the znode, without its path
 * @param label the part before the last underscore, which tells the format of the data,
 * or {@code null}. It can be unknown
 * @param sequence the number that ZooKeeper assigned to the znode. It is negative after
 * an overflow of the counter
 */
public record RegistrationName(String znode, @Nullable String label, int sequence) {

	private static final int MAX_LENGTH = 255;

	private static final int DIGITS = 10;

	/**
	 * Parse the name of a child of the masters' path.
	 * <p>
	 * Like {@code Group} of Mesos, this method takes ten digits with an optional minus
	 * sign for a sequence if they fit into a signed 32-bit integer. A name with an
	 * unknown label is a registration, because Mesos counts it too. Other names are not,
	 * for example {@code log_replicas}, and neither are names longer than 255 characters
	 * or with invisible characters.
	 * @param child the name of the child, without its path
	 * @return the name, or empty if it is not a registration
	 */
	public static Optional<RegistrationName> parse(String child) {
		int start = child.lastIndexOf('_') + 1;
		if (child.length() > MAX_LENGTH || !isSequence(child, start)) {
			return Optional.empty();
		}
		long sequence = Long.parseLong(child, start, child.length(), 10);
		String label = (start > 0) ? child.substring(0, start - 1) : null;
		if (sequence != (int) sequence || (label != null && !isLabel(label))) {
			return Optional.empty();
		}
		return Optional.of(new RegistrationName(child, label, (int) sequence));
	}

	private static boolean isSequence(String child, int start) {
		int digits = child.startsWith("-", start) ? start + 1 : start;
		for (int i = digits; i < child.length(); i++) {
			if (child.charAt(i) < '0' || child.charAt(i) > '9') {
				return false;
			}
		}
		return child.length() - digits == DIGITS;
	}

	private static boolean isLabel(String label) {
		return !label.contains("/") && EscapedText.isPlain(label);
	}

}
