package io.github.mesosdiscovery.fuzz;

/**
 * Where Jazzer enters.
 */
public final class FuzzEntry {

	private static FuzzTarget target = FuzzTarget.JSON;

	private FuzzEntry() {
	}

	/**
	 * Called once, with the name of the target.
	 * @param args the name of the target
	 */
	public static void fuzzerInitialize(String[] args) {
		target = FuzzTarget.of(args[0]);
	}

	/**
	 * Called with each input.
	 * @param data the input
	 */
	public static void fuzzerTestOneInput(byte[] data) {
		target.check(data);
	}

}
