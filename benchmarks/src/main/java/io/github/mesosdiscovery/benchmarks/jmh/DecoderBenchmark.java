package io.github.mesosdiscovery.benchmarks.jmh;

import java.util.concurrent.TimeUnit;

import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.codec.MasterHost;
import io.github.mesosdiscovery.codec.MesosMasterDecoder;
import io.github.mesosdiscovery.codec.RegistrationName;
import io.github.mesosdiscovery.proto.DomainInfo;
import io.github.mesosdiscovery.proto.DomainInfo.FaultDomain;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMasters;
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
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecoderBenchmark {

	/** The format of the znode. */
	@Param
	public MasterFormat format;

	private final MesosMasterDecoder decoder = new MesosMasterDecoder("http", MasterHost.IP);

	private byte[] data;

	private RegistrationName name;

	/**
	 * Return the data of a master that publishes everything, its fault domain included.
	 */
	static byte[] data(MasterFormat format) {
		FaultDomain domain = FaultDomain.newBuilder()
			.setRegion(FaultDomain.RegionInfo.newBuilder().setName("us-west-2"))
			.setZone(FaultDomain.ZoneInfo.newBuilder().setName("us-west-2a"))
			.build();
		return format.encode(SimulatedMasters.info(5050)
			.setHostname("ip-10-0-2-231.us-west-2.compute.internal")
			.setDomain(DomainInfo.newBuilder().setFaultDomain(domain))
			.build());
	}

	/** Encode the data once. */
	@Setup
	public void encode() {
		this.data = data(this.format);
		this.name = RegistrationName.parse(this.format.label() + "0000000003").orElseThrow();
	}

	/** Decode. */
	@Benchmark
	public MesosMaster decode() {
		return this.decoder.decode(this.name, this.data, 7, (warning) -> {
		});
	}

}
