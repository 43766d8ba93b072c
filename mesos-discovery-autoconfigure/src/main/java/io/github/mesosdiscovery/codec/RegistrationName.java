package io.github.mesosdiscovery.codec;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The name of a znode by which a master takes part in the election:
 * {@code <label>_<sequence>}, or the sequence alone.
 *
 * @param znode the name, without its path
 * @param label what stands before the last underscore and tells the format of the data,
 * or {@code null}; it may be one that is not known
 * @param sequence the number that ZooKeeper gave to the znode; negative when the counter
 * of the path has wrapped
 */
public record RegistrationName(String znode, @Nullable String label, int sequence) {

	private static final int DIGITS = 10;

	private static final int MAX_LENGTH = 255;

	/**
	 * Read the name of a child of the masters' path.
	 * <p>
	 * The sequence is ten digits, with a minus sign where ZooKeeper's counter has
	 * wrapped, and fits into 32 bits with a sign, as the {@code Group} of Mesos has it.
	 * Any other name is no registration: {@code log_replicas}, for one. A label that is
	 * not known makes a registration all the same, since Mesos counts it too. A name of
	 * more than 255 characters, or with a character that has no picture of its own
	 * (controls, which ZooKeeper refuses itself, or marks that turn the direction of
	 * writing), is no registration.
	 * @param child the name of the child, without its path
	 * @return the name, or empty if it is no registration
	 */
	public static Optional<RegistrationName> parse(String child) {
		int first = child.length() - DIGITS;
		if (first < 0 || child.length() > MAX_LENGTH) {
			return Optional.empty();
		}
		boolean negative = first > 0 && child.charAt(first - 1) == '-';
		int start = negative ? first - 1 : first;
		long number = digits(child, first);
		long sequence = negative ? -number : number;
		if (number < 0 || sequence != (int) sequence) {
			return Optional.empty();
		}
		if (start == 0) {
			return Optional.of(new RegistrationName(child, null, (int) sequence));
		}
		// Nothing is made of the many that other recipes may have named.
		if (child.charAt(start - 1) != '_') {
			return Optional.empty();
		}
		String label = child.substring(0, start - 1);
		if (label.indexOf('/') >= 0 || !EscapedText.isPlain(label)) {
			return Optional.empty();
		}
		return Optional.of(new RegistrationName(child, label, (int) sequence));
	}

	private static long digits(String child, int first) {
		long number = 0;
		for (int i = first; i < child.length(); i++) {
			char digit = child.charAt(i);
			if (digit < '0' || digit > '9') {
				return -1;
			}
			number = number * 10 + (digit - '0');
		}
		return number;
	}

}
