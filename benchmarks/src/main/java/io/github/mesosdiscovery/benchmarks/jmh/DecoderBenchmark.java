package io.github.mesosdiscovery.benchmarks.jmh;

import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.codec.MasterHost;
import io.github.mesosdiscovery.codec.MesosMasterDecoder;
import io.github.mesosdiscovery.codec.RegistrationName;
import io.github.mesosdiscovery.test.MasterFormat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * From the bytes of a znode to a master, in each of the three formats.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecoderBenchmark {

	/** How the master publishes itself. */
	@Param
	public MasterFormat format = MasterFormat.JSON;

	private final MesosMasterDecoder decoder = new MesosMasterDecoder("http", MasterHost.IP);

	private byte[] data = {};

	private RegistrationName name = new RegistrationName("0000000003", null, 3);

	/**
	 * Encode the data once.
	 */
	@Setup
	public void encode() {
		this.data = this.format.encode(PublishedMaster.info());
		this.name = RegistrationName.parse(this.format.label() + "0000000003").orElseThrow();
	}

	/**
	 * Decode.
	 * @return the master
	 */
	@Benchmark
	public MesosMaster decode() {
		return this.decoder.decode(this.name, this.data, 7);
	}

}
